using Npgsql;

namespace BaseComponents.Tests.Scale.Mail.Audit;

/// <summary>Looks for the canary in all its forms, as the bytes stand there and without line ends, by which mails fold what is long.</summary>
internal sealed class CanarySearch(string canary)
{
    private readonly IReadOnlyList<byte[]> _forms = CanaryForms.Of(canary);

    /// <summary>Places in which it stands: files, and rows of tables.</summary>
    public int Found { get; private set; }

    /// <summary>How much was looked at.</summary>
    public long Bytes { get; private set; }

    public async Task ReadTablesAsync(NpgsqlConnection connection)
    {
        foreach (var query in new[]
        {
            """SELECT convert_to(m::text, 'UTF8') FROM "MailOutbox" m""", """SELECT "Content" FROM "MailOutboxContents" """, """SELECT convert_to(c::text, 'UTF8') FROM "Cases" c""",
        })
        {
            await using var command = new NpgsqlCommand(query, connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                Look((byte[])reader.GetValue(0));
        }
    }

    public void ReadFolder(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !file.Attributes.HasFlag(FileAttributes.Device) && file.UnixFileMode != 0))
        {
            if (TryRead(file) is { } bytes)
                Look(bytes);
        }
    }

    public void Look(byte[] bytes)
    {
        Bytes += bytes.Length;
        if (Holds(bytes) || Holds(Unfolded(bytes)))
            Found++;
    }

    private static byte[]? TryRead(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException || !file.Exists || file.Length == 0)
        {
            // A database at work throws files away; sockets have no content.
            return null;
        }
    }

    private bool Holds(byte[] bytes) => _forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0);

    private static byte[] Unfolded(byte[] bytes)
    {
        var unfolded = new byte[bytes.Length];
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var isSoft = bytes[at] == '=' && at + 1 < bytes.Length && bytes[at + 1] is (byte)'\r' or (byte)'\n';
            if (!isSoft && bytes[at] is not ((byte)'\r' or (byte)'\n'))
                unfolded[length++] = bytes[at];
        }

        return unfolded[..length];
    }
}
