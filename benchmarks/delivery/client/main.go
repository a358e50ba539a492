// Asks for all addresses of a list, again and again, and notes when each request began and whether
// the answer said what it should. Ends when its standard input is closed.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type page struct{ host, path string }

type asked struct {
	begun, took int64
	page        int
	status      int
	right       bool
}

func pages(name string) []page {
	file, err := os.Open(name)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	var found []page
	for lines := bufio.NewScanner(file); lines.Scan(); {
		host, path, _ := strings.Cut(lines.Text(), " ")
		found = append(found, page{host, path})
	}
	return found
}

func main() {
	list := flag.String("list", "", "file of lines `host path`")
	server := flag.String("server", "", "address to connect to, whatever the host")
	marker := flag.String("marker", "", "what a right answer contains")
	at_once := flag.Int("at-once", 16, "requests at the same time")
	rate := flag.Int("rate", 0, "requests a second; 0 is as many as there can be")
	flag.Parse()

	todo := pages(*list)
	dialer := &net.Dialer{Timeout: 5 * time.Second}
	transport := &http.Transport{MaxIdleConnsPerHost: *at_once, DisableCompression: true}
	transport.Dial = func(string, string) (net.Conn, error) { return dialer.Dial("tcp", *server) }
	client := &http.Client{Transport: transport, Timeout: 20 * time.Second}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

	var ended atomic.Bool
	go func() {
		io.Copy(io.Discard, os.Stdin)
		ended.Store(true)
	}()

	var next atomic.Int64
	start := time.Now()
	notes := make([][]asked, *at_once)
	var group sync.WaitGroup
	for worker := range notes {
		group.Add(1)
		go func() {
			defer group.Done()
			for !ended.Load() {
				turn := next.Add(1) - 1
				if *rate > 0 {
					time.Sleep(time.Until(start.Add(time.Duration(turn) * time.Second / time.Duration(*rate))))
				}
				number := int(turn % int64(len(todo)))
				// One connection pool for all hosts: the address is the server's, the host a header.
				request, _ := http.NewRequest("GET", "http://"+*server+todo[number].path, nil)
				request.Host = todo[number].host
				begun := time.Now()
				note := asked{begun: begun.UnixMicro(), page: number}
				if response, err := client.Do(request); err == nil {
					body, _ := io.ReadAll(response.Body)
					response.Body.Close()
					note.status, note.right = response.StatusCode, bytes.Contains(body, []byte(*marker))
				}
				note.took = time.Since(begun).Microseconds()
				notes[worker] = append(notes[worker], note)
			}
		}()
	}
	group.Wait()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, mine := range notes {
		for _, one := range mine {
			fmt.Fprintln(out, one.begun, one.took, one.page, one.status, one.right)
		}
	}
}
