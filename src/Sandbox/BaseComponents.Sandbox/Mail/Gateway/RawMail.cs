using System.Text;

namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>A mail as octets: header fields with their folds, and what follows. A gateway that parses and writes anew would break signatures.</summary>
internal sealed record RawMail(IReadOnlyList<RawField> Fields, byte[] Body)
{
    public static RawMail Read(byte[] raw)
    {
        var end = raw.AsSpan().IndexOf("\r\n\r\n"u8);
        var head = end < 0 ? raw : raw[..(end + 2)];
        var fields = new List<RawField>();
        foreach (var line in Encoding.Latin1.GetString(head).Split("\r\n").SkipLast(1))
        {
            if (line is [' ' or '\t', ..] && fields.Count > 0)
                fields[^1] = new RawField(fields[^1].Text + "\r\n" + line);
            else if (line.Length > 0)
                fields.Add(new RawField(line));
        }

        return new RawMail(fields, end < 0 ? [] : raw[(end + 4)..]);
    }

    public byte[] Write() => [.. Encoding.Latin1.GetBytes(string.Concat(Fields.Select(field => field.Text + "\r\n")) + "\r\n"), .. Body];

    public RawMail Without(params string[] names) => this with { Fields = [.. Fields.Where(field => !names.Contains(field.Name, StringComparer.OrdinalIgnoreCase))] };

    public bool Has(string name, string value) => Fields.Any(field => field.Is(name) && field.Value.Equals(value, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One header field without the end of its last line.</summary>
internal sealed record RawField(string Text)
{
    public string Name => Text.Split(':', 2)[0].TrimEnd();

    public string Value => Text.Contains(':', StringComparison.Ordinal) ? Text.Split(':', 2)[1].Trim() : "";

    public bool IsOfContent => Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
