/* So many people who cast one ballot after the other over HTTP, each on a connection of its own: what pgbench is to
 * Postgres. It shares the cores with the server that is measured, so it does no more than it must.
 *
 *   cast-load PORT SECONDS CLIENTS FILE
 *
 * FILE holds the requests of each client in turn, as many of each (bench/cast-load.ts): the length, 32 bits, and the
 * bytes, in which TURN stands where a number is put, so that no two are alike. Prints the milliseconds and how many were
 * acknowledged; an answer that is not 200 ends it. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER = 1 << 16, DIGITS = 10 };
static const char TURN[DIGITS + 1] = "##########";

struct request {
  uint32_t length;
  char *bytes, *turn;
};

struct client {
  int turn, read;
  char answer[ANSWER + 1];
};

static void fail(const char *what, const char *text) {
  fprintf(stderr, "%s: %s\n", what, text);
  exit(1);
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1e3 + at.tv_nsec / 1e6;
}

static struct request *read_requests(const char *name, int *count) {
  FILE *file = fopen(name, "rb");
  if (file == NULL) fail("no such file", name);
  struct request *all = NULL, next;
  for (*count = 0; fread(&next.length, sizeof next.length, 1, file) == 1; ++*count) {
    next.bytes = malloc(next.length + 1);
    if (fread(next.bytes, 1, next.length, file) != next.length) fail("cut short", name);
    next.bytes[next.length] = 0;
    next.turn = strstr(next.bytes, TURN);
    if (next.turn == NULL) fail("a request without a place for its number", next.bytes);
    all = realloc(all, (*count + 1) * sizeof *all);
    all[*count] = next;
  }
  fclose(file);
  return all;
}

static int connected(int port) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  int one = 1, handle = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(handle, (struct sockaddr *)&to, sizeof to) != 0) fail("no server", "at that port");
  setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return handle;
}

static void ask(int handle, struct request *request, int number) {
  char digits[DIGITS + 1];
  snprintf(digits, sizeof digits, "%0*d", DIGITS, number);
  memcpy(request->turn, digits, DIGITS);
  for (uint32_t sent = 0; sent < request->length;) {
    ssize_t more = send(handle, request->bytes + sent, request->length - sent, 0);
    if (more <= 0) fail("not sent", request->bytes);
    sent += more;
  }
}

/* Whether all of an answer is there, of which the head tells the length. */
static int is_whole(struct client *client) {
  client->answer[client->read] = 0;
  const char *end = strstr(client->answer, "\r\n\r\n");
  if (end == NULL) return 0;
  const char *length = strcasestr(client->answer, "\r\ncontent-length: ");
  if (length == NULL || length > end) fail("an answer without its length", client->answer);
  return client->read >= end + 4 - client->answer + atoi(length + 18);
}

int main(int argc, char **argv) {
  if (argc != 5) fail("usage", "cast-load PORT SECONDS CLIENTS FILE");
  const int port = atoi(argv[1]), clients = atoi(argv[3]);
  const double lasts = atof(argv[2]) * 1e3;
  int count;
  struct request *requests = read_requests(argv[4], &count);
  const int each = count / clients;
  struct client *all = calloc(clients, sizeof *all);
  struct pollfd *polled = calloc(clients, sizeof *polled);
  for (int i = 0; i < clients; i++) polled[i] = (struct pollfd){.fd = connected(port), .events = POLLIN};

  const double began = now();
  int acknowledged = 0, asking = clients;
  for (int i = 0; i < clients; i++) ask(polled[i].fd, requests + i * each, 0);
  while (asking > 0) {
    if (poll(polled, clients, -1) < 0) fail("poll", "failed");
    for (int i = 0; i < clients; i++) {
      if (polled[i].revents == 0) continue;
      struct client *client = all + i;
      ssize_t more = recv(polled[i].fd, client->answer + client->read, ANSWER - client->read, 0);
      if (more <= 0) fail("the server closed the connection after", client->answer);
      client->read += more;
      if (!is_whole(client)) continue;
      if (strncmp(client->answer, "HTTP/1.1 200 ", 13) != 0) fail("refused", client->answer);
      client->read = 0;
      client->turn++;
      acknowledged++;
      if (now() - began < lasts) {
        ask(polled[i].fd, requests + i * each + client->turn % each, client->turn);
      } else {
        close(polled[i].fd);
        polled[i].fd = -1;
        asking--;
      }
    }
  }
  printf("%f %d\n", now() - began, acknowledged);
  return 0;
}
