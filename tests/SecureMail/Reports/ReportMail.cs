using System.Text;

namespace BaseComponents.Tests.SecureMail.Reports;

/// <summary>Mails that report, as mail servers and mail programs write them.</summary>
internal static class ReportMail
{
    public const string Envelope = "00112233445566778899aabbccddeeff";

    public static byte[] Delivery(string fields, string type = "delivery-status", string part = "message/delivery-status") => Mail(
        $"report-type={type}", $"Content-Type: {part}\r\n\r\n{fields}");

    public static string Fields(string action, string? envelope = Envelope, string final = MailLab.Office, string? original = null, string status = "2.0.0", string more = "") =>
        $"Reporting-MTA: dns; mail.stadt.example\r\n{(envelope is null ? "" : $"Original-Envelope-Id: {envelope}\r\n")}\r\n"
        + (original is null ? "" : $"Original-Recipient: rfc822; {original}\r\n")
        + $"Final-Recipient: rfc822; {final}\r\nAction: {action}\r\nStatus: {status}\r\n{more}";

    public static byte[] Reading(string disposition, string messageId = "1@stadt.example", string recipient = MailLab.Office) => Mail(
        "report-type=disposition-notification", "Content-Type: message/disposition-notification\r\n\r\n" + Disposition(disposition, messageId, recipient));

    public static string Disposition(string disposition, string messageId, string recipient) =>
        $"Final-Recipient: rfc822;{recipient}\r\nOriginal-Message-ID: <{messageId}>\r\nDisposition: {disposition}\r\n";

    public static string Entity(string parameters, string part) =>
        $"Content-Type: multipart/report; boundary=r; {parameters}\r\n\r\n--r\r\nContent-Type: text/plain\r\n\r\nThis is a report.\r\n--r\r\n{part}\r\n--r--\r\n";

    public static byte[] Mail(string parameters, string part) =>
        Encoding.UTF8.GetBytes($"From: MAILER-DAEMON@mail.stadt.example\r\nTo: {MailLab.Sender}\r\nSubject: Report\r\nMIME-Version: 1.0\r\n{Entity(parameters, part)}");
}
