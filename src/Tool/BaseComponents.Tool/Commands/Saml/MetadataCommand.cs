using System.CommandLine;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary><c>basecomponents saml metadata</c>: describes an application for the operator of a log-in.</summary>
internal static class MetadataCommand
{
    public static Command Create()
    {
        var settings = new Argument<string>("settings") { Description = "Settings file (JSON) of the application." };
        var section = new Option<string>("--section") { Description = "Section of the log-in.", DefaultValueFactory = _ => "BaseComponents:Eid:BundId" };
        var company = new Option<bool>("--unternehmenskonto") { Description = "The section is one of Mein Unternehmenskonto." };
        var command = new Command("metadata", "Writes the metadata that the operator of the log-in wants, out of the application's settings. It holds no private key.") { settings, section, company };
        command.SetAction(result => Run(result.GetRequiredValue(settings), result.GetRequiredValue(section), result.GetValue(company)));
        return command;
    }

    private static int Run(string settings, string section, bool isCompany)
    {
        try
        {
            Console.WriteLine(isCompany
                ? EidSamlMetadata.Write(SettingsSection.Read<UnternehmenskontoOptions>(settings, section))
                : EidSamlMetadata.Write(SettingsSection.Read<BundIdOptions>(settings, section)));
            return ExitCodes.Good;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or EidException)
        {
            Console.Error.WriteLine($"No metadata: {exception.Message}");
            return ExitCodes.Unusable;
        }
    }
}
