namespace DogLicence.Hosting;

/// <summary>The command line: <c>--walkthrough</c>, and settings as <c>--Section:Name=value</c> or <c>--Section:Name value</c>.</summary>
public static class Arguments
{
    public const string Walkthrough = "--walkthrough";

    /// <summary>The first argument that is neither, or null. Configuration would pass over it in silence, and the program would do something else than was meant.</summary>
    public static string? FirstUnknown(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == Walkthrough || IsSwitch(arguments[i]) && arguments[i].Contains('=', StringComparison.Ordinal))
                continue;
            if (!IsSwitch(arguments[i]) || i + 1 == arguments.Count || IsSwitch(arguments[i + 1]))
                return arguments[i];
            i++;
        }

        return null;
    }

    private static bool IsSwitch(string argument) => argument.StartsWith("--", StringComparison.Ordinal);
}
