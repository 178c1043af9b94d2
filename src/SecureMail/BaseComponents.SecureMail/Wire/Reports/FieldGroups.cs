using System.Text;

namespace BaseComponents.SecureMail.Wire.Reports;

/// <summary>The machine's part of a report: groups of header fields with an empty line between them (RFC 3464 section 2.1). Everything is bounded before it is kept.</summary>
internal static class FieldGroups
{
    public const int MaxLength = 256 * 1024;
    public const int MaxGroups = 1001;
    private const int MaxFields = 100;
    private const int MaxField = 4000;

    /// <summary>The groups that have fields, or null where there is more than a report may have.</summary>
    public static IReadOnlyList<FieldGroup>? Read(Stream content)
    {
        var octets = new byte[MaxLength + 1];
        var count = content.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        return count > MaxLength ? null : Read(Encoding.UTF8.GetString(octets, 0, count));
    }

    private static List<FieldGroup>? Read(string text)
    {
        var groups = new List<FieldGroup> { new() };
        foreach (var field in Unfolded(text))
        {
            if (field.Length == 0 && groups[^1].Count > 0)
                groups.Add(new FieldGroup());
            else if (field.Length > MaxField || groups[^1].Count >= MaxFields || groups.Count > MaxGroups)
                return null;
            else if (field.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                groups[^1].Add(field[..colon].Trim(), field[(colon + 1)..].Trim());
        }

        groups.RemoveAll(static group => group.Count == 0);
        return groups;
    }

    // A line that begins with a blank goes on with the one before (RFC 5322 section 2.2.3). What gets too long is not joined further: it is refused.
    private static IEnumerable<string> Unfolded(string text)
    {
        var field = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var clean = new string([.. line.Where(static c => !char.IsControl(c) || c is '\t')]);
            if (field.Length > 0 && clean.AsSpan().Trim().Length > 0 && clean[0] is ' ' or '\t')
            {
                if (field.Length <= MaxField)
                    field.Append(' ').Append(clean.AsSpan().Trim());
                continue;
            }

            if (field.Length > 0)
                yield return field.ToString();
            field.Clear();
            if (string.IsNullOrWhiteSpace(clean))
                yield return "";
            else
                field.Append(clean);
        }

        if (field.Length > 0)
            yield return field.ToString();
    }
}
