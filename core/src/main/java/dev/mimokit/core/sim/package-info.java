/**
 * What would happen: a fleet of quotas, a workload and clients that wait and retry, all of it in
 * virtual time, from a seed. It must not know what anybody concludes from it, nor a file format.
 */
@NullMarked
package dev.mimokit.core.sim;

import org.jspecify.annotations.NullMarked;
