"""The command line: words -> Query, and the way out.

A command is a decorated function in the file of its group (``countries``, ``summits``, ``organisation``, ``data``,
``questions``, ``mcp``); only the file of the command that is called is loaded. ``options`` has what several of them take,
``parameters`` tells Typer of it, ``meanings`` turns words into what they mean, ``session``
shows answers; ``tools`` are the commands as assistants call them; ``app`` is the program, ``program`` runs it.
"""
