using BaseComponents.SecureMail.Reports;
using BaseComponents.SecureMail.Wire.Mime;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Reports;

/// <summary>The part of a mail that a program reads where the mail is a report (RFC 6522): the mail is <c>multipart/report</c>, and the part one of its first three.</summary>
internal static class ReportPart
{
    private const int MaxParts = 3;
    private const string DeliveryStatus = "delivery-status";
    private const string Disposition = "disposition-notification";

    /// <summary>The report, or null where the mail is none of delivery or reading.</summary>
    public static MailReport? Read(MimeLayer layer)
    {
        if (layer.Entity is not Multipart root || !root.ContentType.IsMimeType("multipart", "report"))
            return null;
        return root.ContentType.Parameters["report-type"]?.Trim().ToLowerInvariant() switch
        {
            "delivery-status" or "global-delivery-status" => Read(root, layer, DeliveryStatus) ?? new UnreadableReport(),
            "disposition-notification" or "global-disposition-notification" => Read(root, layer, Disposition) ?? new UnreadableReport(),
            // The parameter is required, and left out by some.
            null => Read(root, layer, DeliveryStatus) ?? Read(root, layer, Disposition),
            _ => null,
        };
    }

    private static MailReport? Read(Multipart root, MimeLayer layer, string kind)
    {
        if (root.Take(MaxParts).OfType<MimePart>().FirstOrDefault(part => IsOf(part, kind)) is not { } part)
            return null;
        if (PartContent.LengthOf(part, layer) > 2 * FieldGroups.MaxLength)
            return new UnreadableReport();
        using var content = PartContent.Of(part, layer)();
        return kind == DeliveryStatus ? DeliveryReportReader.Read(content) : ReadingReportReader.Read(content);
    }

    private static bool IsOf(MimePart part, string kind) => part.ContentType.IsMimeType("message", kind) || part.ContentType.IsMimeType("message", "global-" + kind);
}
