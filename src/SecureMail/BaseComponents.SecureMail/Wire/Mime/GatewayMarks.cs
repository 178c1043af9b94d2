using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Reads the marks that the gateway set. What cannot be told from a mark of the sender's own making is none.</summary>
internal static class GatewayMarks
{
    public static GatewayMark Of(HeaderList headers, GatewayMarkOptions options)
    {
        if (options.Marks.Count == 0 || GatewayPath.BoundaryIn(headers, options) is not { } boundary)
            return GatewayMark.None;
        var written = headers.Take(options.RemovesForgedMarks ? headers.Count : boundary).ToList();
        var found = options.Marks.Where(rule => rule.SubjectTag is { } tag ? options.RemovesForgedMarks && IsTagged(headers, tag) : written.Exists(header => IsMark(header, rule)))
            .Aggregate(GatewayMark.None, (marks, rule) => marks | rule.Meaning.GetValueOrDefault());
        return found.HasFlag(GatewayMark.SignatureBad) ? found & ~GatewayMark.SignatureGood : found;
    }

    private static bool IsMark(Header header, GatewayMarkRuleOptions rule) =>
        header.Field.Equals(rule.Header, StringComparison.OrdinalIgnoreCase) && header.Value.Trim().Equals(rule.Value, StringComparison.OrdinalIgnoreCase);

    private static bool IsTagged(HeaderList headers, string tag)
    {
        if (headers.Where(header => header.Id is HeaderId.Subject).ToList() is not [var header])
            return false;
        var subject = header.Value.Trim();
        return subject.StartsWith(tag, StringComparison.OrdinalIgnoreCase) || subject.EndsWith(tag, StringComparison.OrdinalIgnoreCase);
    }
}
