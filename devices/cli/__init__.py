"""The sub-commands of `devices`, each with `add_arguments(parser)` and `run(args) -> exit code`."""
