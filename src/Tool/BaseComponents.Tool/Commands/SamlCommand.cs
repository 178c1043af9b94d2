using System.CommandLine;
using BaseComponents.Tool.Commands.Saml;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents saml</c>: looks at requests and answers of BundID and Mein Unternehmenskonto.</summary>
internal static class SamlCommand
{
    public static Command Create() => new("saml", "Looks at requests and answers of SAML log-ins.") { LintCommand.Create(), MetadataCommand.Create(), DecodeCommand.Create() };
}
