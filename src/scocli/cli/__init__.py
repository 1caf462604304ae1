"""The command line: words -> Query, and the way out.

A command is a decorated function in a file of its group (``countries``, ``summits``, ``pictures``, ``organisation``,
``questions``, ``data``, ``guide``); only the file of the command that is called is loaded. ``options`` has what several of
them take, ``functions`` makes of them what Typer calls, ``meanings`` turns words into what they mean, ``program`` runs it all.
"""
