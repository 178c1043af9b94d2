using System.Globalization;
using System.Text.Json;

namespace BaseComponents.Tests.Scale.Mail.Post;

/// <summary>What the mail server leaves behind: the list of transactions, and one file with all bytes of each connection.</summary>
internal sealed class PostBooks : IDisposable
{
    private readonly string _wires;
    private readonly StreamWriter _list;
    private int _connections;

    public PostBooks(string folder)
    {
        _wires = WiresOf(folder);
        Directory.CreateDirectory(_wires);
        _list = new StreamWriter(new FileStream(ListOf(folder), FileMode.CreateNew, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    public static string WiresOf(string folder) => Path.Combine(folder, "wires");

    /// <summary>All transactions so far.</summary>
    public static async Task<IReadOnlyList<Delivery>> ReadAsync(string folder)
    {
        using var reader = new StreamReader(new FileStream(ListOf(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = (await reader.ReadToEndAsync()).Split('\n');
        // What follows the last line end is not written to its end.
        return [.. lines[..^1].Select(line => JsonSerializer.Deserialize<Delivery>(line)!)];
    }

    public FileStream OpenWire() =>
        new(Path.Combine(_wires, Interlocked.Increment(ref _connections).ToString("000000", CultureInfo.InvariantCulture)), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Note(Delivery delivery)
    {
        lock (_list)
            _list.WriteLine(JsonSerializer.Serialize(delivery));
    }

    public void Dispose() => _list.Dispose();

    private static string ListOf(string folder) => Path.Combine(folder, "deliveries.jsonl");
}
