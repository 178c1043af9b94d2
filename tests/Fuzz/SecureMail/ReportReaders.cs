using System.Text;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Reports;
using BaseComponents.SecureMail.Wire.Reports;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Reports of delivery: what comes out is bounded, plain, and free of what a server writes about people.</summary>
internal sealed class DeliveryStatusReader() : Reader("dsn")
{
    public override void Read(byte[] input)
    {
        using var content = new MemoryStream(input);
        if (DeliveryReportReader.Read(content) is not DeliveryReport report)
            return;
        if (report.Recipients.Count is 0 or > FieldGroups.MaxGroups || report.EnvelopeId?.Length > 100 || (report.EnvelopeId ?? "").Any(c => c is <= ' ' or > '~'))
            throw new WrongReadingException("A report of delivery is not bounded.");
        foreach (var recipient in report.Recipients)
            Check(recipient);
        ReportSeeds.CheckText(report);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("failed.txt", ReportSeeds.Delivery("failed", "5.1.1", "Original-Recipient: rfc822;amt+2Bpost@amt.example\r\n", "Remote-MTA: dns; mx.amt.example\r\nDiagnostic-Code: smtp; 550 5.1.1 <amt@amt.example>: unknown\r\n"));
        yield return ("delayed.txt", ReportSeeds.Delivery("delayed (warning)", "4.4.1 (no answer)", "", "Will-Retry-Until: Sat, 28 Nov 2026 10:00:00 +0100\r\n"));
        yield return ("folded.txt", ReportSeeds.Delivery("delivered", "2.0.0", "Original-Recipient:\r\n rfc822;\r\n\tamt@amt.example\r\n", "Diagnostic-Code: smtp;\r\n 250-2.0.0\r\n"));
        yield return ("two.txt", [.. ReportSeeds.Delivery("relayed", "2.5.0", "", ""), .. "\r\nFinal-Recipient: rfc822; <b@amt.example>\r\nAction: expanded\r\nStatus: 2.1.5\r\n"u8]);
        yield return ("one-group.txt", Encoding.ASCII.GetBytes("Original-Envelope-Id: 00ff\nFinal-Recipient: rfc822;a@b.example\nAction: FAILED\nStatus: 5.0.0\n"));
        yield return ("global.txt", Encoding.UTF8.GetBytes("Reporting-MTA: dns;mx.b.example\r\n\r\nFinal-Recipient: utf-8;jürgen@b.example\r\nAction: failed\r\nStatus: 5.6.7\r\n"));
    }

    private static void Check(ReportedRecipient recipient)
    {
        if ((recipient.OriginalRecipient is { } named && !MailAddressSyntax.IsValid(named)) || (recipient.FinalRecipient is { } tried && !MailAddressSyntax.IsValid(tried)))
            throw new WrongReadingException("An address is none.");
        if (recipient.Action.Name.Length > 40 || recipient.RemoteServer?.Length > 255 || (recipient.RemoteServer ?? "").Contains('@', StringComparison.Ordinal) || recipient.DiagnosticCode is < 200 or > 599)
            throw new WrongReadingException("A field is not bounded.");
        if (recipient.Status is { } status && (!EnhancedStatus.TryParse(status.ToString(), out var again) || again != status))
            throw new WrongReadingException("A status does not mean what it says.");
        ReportSeeds.CheckText(recipient);
    }
}

/// <summary>Reports of reading.</summary>
internal sealed class DispositionReader() : Reader("mdn")
{
    public override void Read(byte[] input)
    {
        using var content = new MemoryStream(input);
        if (ReadingReportReader.Read(content) is not ReadingReport report)
            return;
        if (report.OriginalMessageId?.Length > 300 || report.Disposition.Name.Length is 0 or > 40 || (report.FinalRecipient is { } address && !MailAddressSyntax.IsValid(address)))
            throw new WrongReadingException("A report of reading is not bounded.");
        ReportSeeds.CheckText(report);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("displayed.txt", ReportSeeds.Reading("manual-action/MDN-sent-manually; displayed"));
        yield return ("error.txt", ReportSeeds.Reading("automatic-action/MDN-sent-automatically; processed/error,x-later"));
        yield return ("unknown.txt", ReportSeeds.Reading("manual-action (by hand)/MDN-sent-manually; framed (in gold)"));
        yield return ("folded.txt", Encoding.ASCII.GetBytes("Final-Recipient: rfc822;\r\n amt@amt.example\r\nDisposition: automatic-action/\r\n MDN-sent-automatically;\r\n deleted\r\n"));
    }
}

/// <summary>What both readers begin with, and what no formatted record may show.</summary>
internal static class ReportSeeds
{
    public static byte[] Delivery(string action, string status, string before, string after) => Encoding.ASCII.GetBytes(
        "Reporting-MTA: dns; mail.stadt.example\r\nOriginal-Envelope-Id: 00112233445566778899aabbccddeeff\r\nArrival-Date: Fri, 27 Nov 2026 10:00:00 +0100\r\n\r\n"
        + $"{before}Final-Recipient: rfc822; amt@amt.example\r\nAction: {action}\r\nStatus: {status}\r\n{after}");

    public static byte[] Reading(string disposition) => Encoding.ASCII.GetBytes(
        "Reporting-UA: pc.amt.example; Mail 1.0\r\nOriginal-Recipient: rfc822;amt@amt.example\r\nFinal-Recipient: rfc822;amt@amt.example\r\n"
        + $"Original-Message-ID: <1@stadt.example>\r\nDisposition: {disposition}\r\n");

    public static void CheckText(object report)
    {
        if (report.ToString() is not { } text || text.Contains('@', StringComparison.Ordinal) || text.Any(char.IsControl))
            throw new WrongReadingException("A record shows what it holds.");
    }
}
