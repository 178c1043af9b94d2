using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tool.Commands;

/// <summary>One section of an application's settings file.</summary>
internal static class SettingsSection
{
    /// <exception cref="InvalidDataException">The file has no such section, or it cannot be read as one.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static T Read<T>(string file, string section)
        where T : class
    {
        var settings = Load(file).GetSection(section);
        if (!settings.Exists())
            throw new InvalidDataException($"'{file}' has no section '{section}'. Name it with --section.");
        try
        {
            return settings.Get<T>()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException($"section '{section}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The whole file, and the environment over it.</summary>
    /// <exception cref="InvalidDataException">It is no JSON.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IConfigurationRoot Load(string file)
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
