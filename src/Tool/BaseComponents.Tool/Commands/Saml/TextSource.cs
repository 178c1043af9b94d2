namespace BaseComponents.Tool.Commands.Saml;

/// <summary>A text from a file, from the standard input (<c>-</c>), or as it stands in the argument.</summary>
internal static class TextSource
{
    private const int Largest = 4 * 1024 * 1024;

    /// <exception cref="IOException">It cannot be read, or is too long.</exception>
    public static async Task<string> ReadAsync(string argument, CancellationToken cancellationToken)
    {
        if (argument == "-")
            return await BoundedAsync(Console.In, cancellationToken);
        if (!File.Exists(argument))
            return argument;
        using var file = File.OpenText(argument);
        return await BoundedAsync(file, cancellationToken);
    }

    private static async Task<string> BoundedAsync(TextReader reader, CancellationToken cancellationToken)
    {
        var text = new char[Largest];
        var length = await reader.ReadBlockAsync(text, cancellationToken);
        return length < Largest ? new string(text, 0, length) : throw new IOException($"It is longer than {Largest} characters.");
    }
}
