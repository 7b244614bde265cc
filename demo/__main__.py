"""`python -m demo`: the guided run against a platform that runs somewhere."""

import argparse
import sys
from pathlib import Path

import orjson
import uvloop
from rich.console import Console

from demo.messages import Refused
from demo.run import guided_run


def main() -> int:
    """Does the guided run. The exit code is 0 when every proof holds, 1 when one does not, and 2
    when the platform could not even be asked."""
    options = _options()
    console = Console(stderr=options.json)
    try:
        summary = uvloop.run(
            guided_run(
                base_url=options.url,
                admin_key=options.key_file.read_text().strip(),
                console=console,
                rounds=options.rounds,
                seconds=options.seconds,
                concurrency=options.concurrency,
            )
        )
    except (Refused, OSError) as error:
        console.print(f"The guided run could not be done: {error}", style="red")
        return 2
    if options.json:
        sys.stdout.write(orjson.dumps(summary.as_json()).decode() + "\n")
    else:
        console.print(summary.render())
    return 0 if summary.ok else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m demo", description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080", help="where the API is")
    parser.add_argument(
        "--key-file", type=Path, required=True, help="the file with an operator's API key"
    )
    parser.add_argument("--rounds", type=int, default=10, help="how often each delivery is sent")
    parser.add_argument("--seconds", type=float, default=6.0, help="for how long at least")
    parser.add_argument("--concurrency", type=int, default=24, help="requests at a time")
    parser.add_argument("--json", action="store_true", help="the summary as one line of JSON")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
