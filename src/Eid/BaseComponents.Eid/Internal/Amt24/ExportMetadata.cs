using System.Globalization;
using System.Text.RegularExpressions;

namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>What an export says of itself (since version 1.6 of the blueprint process).</summary>
internal sealed partial class ExportMetadata(ExportRules rules)
{
    private const int LongestId = 500;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public string? FormId { get; private set; }

    public MailboxHandle? Mailbox { get; private set; }

    public DateTimeOffset? CreatedAt { get; private set; }

    public ReadOnlyMemory<byte>? Pdf { get; private set; }

    public int MaxPdfBytes => rules.MaxPdfBytes;

    public void RequireNew(string name)
    {
        if (!_seen.Add(name))
            throw new ExportRefusedException("metadata-twice");
    }

    public void SetFormId(string? text) => FormId = Id(text);

    public void SetMailbox(string? text) => Mailbox = Id(text) is { } value ? new MailboxHandle(value) : null;

    public void SetCreationDate(string? text) => CreatedAt = Id(text) is { } value && Moment.Match(value) is { Success: true } match
        && DateTimeOffset.TryParse($"{match.Groups[1].ValueSpan}{Offset(match)}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    public void SetPdf(ReadOnlyMemory<byte> pdf)
    {
        if (pdf.Length > rules.MaxPdfBytes)
            throw new ExportRefusedException("pdf-too-long");
        if (pdf.Length > 0 && !pdf.Span.StartsWith("%PDF-"u8))
            throw new ExportRefusedException("pdf-not-pdf");
        Pdf = pdf.Length > 0 ? pdf : null;
    }

    public void RequireForm()
    {
        if (rules.FormIds.Count > 0 && (FormId is null || !rules.FormIds.Contains(FormId)))
            throw new ExportRefusedException("other-form");
    }

    private static string? Id(string? text) => ExportDraft.Clean(text) switch
    {
        null or "" => null,
        { Length: > LongestId } => throw new ExportRefusedException("metadata-too-long"),
        var value => value,
    };

    private static string Offset(Match match) => match.Groups[2].ValueSpan is "Z" ? "Z" : $"{match.Groups[3].ValueSpan}:{match.Groups[4].ValueSpan}";

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,7})?)(Z|([+\-][0-9]{2}):?([0-9]{2}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Moment { get; }
}
