using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>A header that some programs show as the office's, over a signature of somebody else; and one that contradicts what was signed.</summary>
internal static class OfHeaders
{
    private const string Office = MailLab.Office;
    private const string Attacker = ForgeryLab.Attacker;

    public static IEnumerable<Forgery> All =>
    [
        .. ByAttacker.Select(header => new Forgery($"header: {header.Name}", typeof(SignatureVerdict.AddressMismatch), lab => Mail(header.Text, Forge.Signed(lab.AttackerKey)), Mathematics: true)),
        .. ByOffice.Select(header => new Forgery($"header: {header.Name}", typeof(SignatureVerdict.AddressMismatch), lab => Mail(header.Text, Forge.Signed(lab.OfficeKey)), Mathematics: true)),
        .. Inside.Select(inside => new Forgery($"signed header: {inside.Name}", typeof(SignatureVerdict.AddressMismatch), lab => Mail(inside.From, Forge.Signed(inside.From.Contains(Attacker, StringComparison.Ordinal) ? lab.AttackerKey : lab.OfficeKey, inside.Part)), Mathematics: true)),
    ];

    // Signed by the attacker, soundly; the one who reads must not take it for the office's.
    private static (string Name, string Text)[] ByAttacker =>
    [
        ("the office in From", $"From: {Office}"),
        ("the office in From, the attacker in Sender", $"From: {Office}\r\nSender: {Attacker}"),
        ("the office in From, the attacker in Reply-To", $"From: {Office}\r\nReply-To: {Attacker}"),
        ("the attacker in From, the office in Sender", $"From: {Attacker}\r\nSender: {Office}"),
        ("two senders", $"From: {Attacker}\r\nSender: {Attacker}\r\nSender: {Office}"),
        ("a sender that is empty", $"From: {Attacker}\r\nSender: "),
        ("the office as a quoted name", $"From: \"{Office}\" <{Attacker}>"),
        ("the office as a bare name", $"From: {Office} <{Attacker}>"),
        ("the office as an encoded name", $"From: =?utf-8?b?{Convert.ToBase64String(Forge.Bytes(Office))}?= <{Attacker}>"),
        ("the office as a quoted-printable name", $"From: =?utf-8?q?steueramt=40amt.example?= <{Attacker}>"),
        ("the office with a wide at sign", $"From: =?utf-8?q?steueramt=EF=BC=A0amt.example?= <{Attacker}>"),
        ("the office as a name in brackets", $"From: \"<{Office}>\" <{Attacker}>"),
        ("the office as a comment", $"From: {Attacker} ({Office})"),
        ("the office as a comment before", $"From: ({Office}) {Attacker}"),
        ("the office as a route", $"From: <@amt.example:{Attacker}>"),
        ("two From headers, the attacker's first", $"From: {Attacker}\r\nFrom: {Office}"),
        ("two From headers, the office's first", $"From: {Office}\r\nFrom: {Attacker}"),
        ("two From headers, one with a space before the colon", $"From : {Office}\r\nFrom: {Attacker}"),
        ("two From headers, one in other letters", $"FROM: {Office}\r\nfrom: {Attacker}"),
        ("two addresses, the attacker's first", $"From: {Attacker}, {Office}"),
        ("two addresses, the office's first", $"From: {Office}, {Attacker}"),
        ("two addresses apart by a semicolon", $"From: {Office}; {Attacker}"),
        ("two addresses apart by a line", $"From: {Attacker},\r\n {Office}"),
        ("a group", $"From: Amt: {Attacker};"),
        ("a group by the office's name", $"From: {Office}: {Attacker};"),
        ("an end of text in the name", $"From: {Office}\0 <{Attacker}>"),
        ("no From at all", "X-From: " + Office),
        ("an empty From", "From: "),
        ("an address of nothing", "From: <>"),
    ];

    // A genuine signature of the office, under the name of another.
    private static (string Name, string Text)[] ByOffice =>
    [
        ("the attacker's address over the office's mail", $"From: {Attacker}"),
        ("another office's address", "From: ordnungsamt@amt.example"),
        ("the office's address below another domain", $"From: {Office}.boese.example"),
        ("the office's address with a prefix", $"From: x{Office}"),
        ("a letter that looks like another", "From: \u00A7teueramt@amt.example"),
    ];

    private static (string Name, string From, string Part)[] Inside =>
    [
        ("From of another", $"From: {Office}", $"From: {Attacker}\r\n{Forge.Part}"),
        ("From of the office in the attacker's mail", $"From: {Attacker}", $"From: {Office}\r\n{Forge.Part}"),
        ("two From", $"From: {Office}", $"From: {Office}\r\nFrom: {Attacker}\r\n{Forge.Part}"),
        ("Sender of another", $"From: {Office}", $"From: {Office}\r\nSender: {Attacker}\r\n{Forge.Part}"),
        ("a whole mail of the office inside the attacker's", $"From: {Attacker}", $"Content-Type: message/rfc822\r\n\r\n{Forge.Header()}{Forge.Part}"),
        ("a whole mail of another inside the office's", $"From: {Office}", $"Content-Type: message/rfc822\r\n\r\n{Forge.Header(Attacker)}{Forge.Part}"),
    ];

    private static byte[] Mail(string from, string entity) => Forge.Bytes($"{from}\r\nTo: {MailLab.Sender}\r\nSubject: Bescheid\r\nMIME-Version: 1.0\r\n{entity}");
}
