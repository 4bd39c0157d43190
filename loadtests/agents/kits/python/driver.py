"""A driver for `mimokit gate --client 'python3 driver.py'`: put your client into ask()."""
import json
import sys
import threading
import time
import urllib.error
import urllib.request


def ask(call, pieces):
    """Makes one call with your client, adds its text to pieces, and raises what it raises."""
    body = {"model": call["model"], "stream": call["stream"],
            "messages": [{"role": "user", "content": call["prompt"]}]}
    request = urllib.request.Request(
        call["baseUrl"] + "/chat/completions", json.dumps(body).encode(),
        {"Authorization": "Bearer " + call["apiKey"], "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=call["deadlineMs"] / 1000) as response:
        if not call["stream"]:
            pieces.append(json.load(response)["choices"][0]["message"]["content"])
            return
        for line in response:
            data = line.decode().removeprefix("data:").strip()
            if data == "[DONE]":
                return
            if data:
                choices = json.loads(data)["choices"]
                pieces.extend(choice["delta"].get("content") or "" for choice in choices)
        raise EOFError("the stream ended without [DONE]")


def seconds(error):
    """What the error tells of Retry-After, in seconds."""
    try:
        return float(error.headers["Retry-After"])
    except (AttributeError, TypeError, ValueError):
        return None


def serve(call):
    start, pieces = time.monotonic(), []
    told = {"job": call["job"], "ok": True, "status": 200, "errorClass": "", "retryAfter": None}
    try:
        ask(call, pieces)
    except Exception as error:
        told.update(ok=False, status=getattr(error, "code", 0), errorClass=type(error).__name__,
                    retryAfter=seconds(error))
    text = "".join(pieces)
    told.update(text=text, partial=not told["ok"] and text != "",
                ms=round((time.monotonic() - start) * 1000))
    with ONE_AT_A_TIME:
        print(json.dumps(told), flush=True)


ONE_AT_A_TIME = threading.Lock()
for line in sys.stdin:
    threading.Thread(target=serve, args=(json.loads(line),), daemon=False).start()
