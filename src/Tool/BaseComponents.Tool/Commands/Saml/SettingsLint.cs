using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.Saml;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary>The settings of a BundID log-in, looked at as the application would at its start.</summary>
internal static class SettingsLint
{
    /// <exception cref="InvalidDataException">The file has no such section, or it cannot be read as one.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<SamlFinding> Check(string file, string section)
    {
        var settings = Load(file).GetSection(section);
        if (!settings.Exists())
            throw new InvalidDataException($"'{file}' has no section '{section}'. Name it with --section.");
        try
        {
            var options = settings.Get<BundIdOptions>()!;
            return BundIdOptionsLinter.Check(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException($"section '{section}' cannot be read: {exception.Message}", exception);
        }
    }

    private static IConfigurationRoot Load(string file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: false).AddEnvironmentVariables().Build();
        }
        catch (FormatException exception)
        {
            throw new InvalidDataException($"'{file}' is no JSON: {exception.Message}", exception);
        }
    }
}
