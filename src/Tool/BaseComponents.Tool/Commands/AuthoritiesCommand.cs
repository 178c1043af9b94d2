using System.CommandLine;
using BaseComponents.Tool.Commands.Authorities;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents authorities</c>: makes snapshots of authority data, looks into and through them, and lets persons confirm what changed.</summary>
internal static class AuthoritiesCommand
{
    public static Command Create() => new("authorities", "Fetches bulk data, makes signed snapshots of authority data, asks and checks them, and shows and confirms changed accounts and addresses.")
    {
        DownloadCommand.Create(), BuildCommand.Create(), InfoCommand.Create(), ResolveCommand.Create(), SearchCommand.Create(), DiffCommand.Create(), ConfirmCommand.Create(), CheckCommand.Create(),
        DestinationsCommand.Create(),
    };
}
