"""A network of its own length before a server of this machine: all that passes is handed
on half the round trip later, in any amount. relay.py PORT SERVER-PORT ROUND-TRIP-MS"""

import queue
import socket
import sys
import threading
import time

CHUNK = 1 << 20


def carry(source, target, delay):
    """One direction of a connection, to its end."""
    under_way = queue.SimpleQueue()

    def arrive():
        while (due_and_data := under_way.get())[1]:
            due, data = due_and_data
            time.sleep(max(0, due - time.monotonic()))
            try:
                target.sendall(data)
            except OSError:
                break
        time.sleep(max(0, due_and_data[0] - time.monotonic()))
        try:
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    threading.Thread(target=arrive, daemon=True).start()
    while True:
        try:
            data = source.recv(CHUNK)
        except OSError:
            data = b""
        under_way.put((time.monotonic() + delay, data))
        if not data:
            return


def main(port, server_port, round_trip_ms):
    delay = float(round_trip_ms) / 2000
    with socket.create_server(("127.0.0.1", int(port)), backlog=100) as listener:
        while True:
            near, _ = listener.accept()
            far = socket.create_connection(("127.0.0.1", int(server_port)))
            for side in (near, far):
                side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for ends in ((near, far), (far, near)):
                threading.Thread(target=carry, args=(*ends, delay), daemon=True).start()


if __name__ == "__main__":
    main(*sys.argv[1:])
