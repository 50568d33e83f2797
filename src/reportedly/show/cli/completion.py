"""`reportedly completion`: completion of commands and options in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(
    epilog="""\b
Example:
  eval "$(reportedly completion bash)"
  reportedly completion fish > ~/.config/fish/completions/reportedly.fish
"""
)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    chosen = get_completion_class(shell)
    if chosen is None or ctx.parent is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    script = chosen(ctx.parent.command, {}, "reportedly", "_REPORTEDLY_COMPLETE")
    click.echo(script.source())
