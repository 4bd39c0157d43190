// A driver for `mimokit gate --client 'go run main.go'`: put your client into ask.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"
)

type call struct{ Job, BaseURL, APIKey, Model, Prompt string }

// ask makes one call with your client and notes in told what the client tells beside its error.
func ask(c call, told map[string]any) error {
	messages := []map[string]string{{"role": "user", "content": c.Prompt}}
	body, _ := json.Marshal(map[string]any{"model": c.Model, "messages": messages})
	request, _ := http.NewRequest("POST", c.BaseURL+"/chat/completions", bytes.NewReader(body))
	request.Header = http.Header{"Authorization": {"Bearer " + c.APIKey}, "Content-Type": {"application/json"}}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	told["status"] = response.StatusCode
	if seconds, err := strconv.ParseFloat(response.Header.Get("Retry-After"), 64); err == nil {
		told["retryAfter"] = seconds
	}
	var answer struct{ Choices []struct{ Message struct{ Content string } } }
	err = json.NewDecoder(response.Body).Decode(&answer)
	if response.StatusCode != 200 || err != nil || len(answer.Choices) == 0 {
		return fmt.Errorf("no completion, HTTP %d: %v", response.StatusCode, err)
	}
	told["text"] = answer.Choices[0].Message.Content
	return nil
}

func main() {
	var open sync.WaitGroup
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		var c call
		json.Unmarshal(lines.Bytes(), &c)
		open.Add(1)
		go func() {
			defer open.Done()
			start := time.Now()
			told := map[string]any{"job": c.Job, "ok": true, "status": 0, "text": "", "errorClass": "", "partial": false}
			if err := ask(c, told); err != nil {
				told["ok"], told["errorClass"] = false, fmt.Sprintf("%T", err)
			}
			told["ms"] = time.Since(start).Milliseconds()
			json.NewEncoder(os.Stdout).Encode(told) // one write, so lines do not mix
		}()
	}
	open.Wait()
}
