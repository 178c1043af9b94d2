using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.Tool.Commands.Mail.Outbox;

/// <summary>Mails as rows or as JSON. Recipients have their number, never their address: what is printed may end in a ticket.</summary>
internal sealed class MailTable(bool json)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Columns _columns = new("CHANGED", "SENDER", "ID", "PHASE", "ATTEMPTS", "RECIPIENTS", "MESSAGE-ID");
    private readonly List<object> _mails = [];

    public void Add(OutboxMail mail)
    {
        if (json)
            _mails.Add(Plain(mail));
        else
            _columns.Add(Moment(mail.UpdatedAt), mail.Tenant, mail.Id, mail.Phase.ToString(), mail.Attempts.ToString(CultureInfo.InvariantCulture), States(mail), mail.MessageId);
    }

    public void Print()
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(_mails, Readable));
        else
            _columns.Print();
    }

    private static object Plain(OutboxMail mail) => new
    {
        mail.Tenant,
        mail.Id,
        Phase = mail.Phase.ToString(),
        mail.MessageId,
        mail.EnvelopeId,
        mail.Size,
        mail.CreatedAt,
        mail.UpdatedAt,
        mail.DueAt,
        mail.Attempts,
        mail.Resends,
        mail.Reason,
        mail.HasContent,
        Recipients = mail.Recipients.Select(one => new { one.Index, State = one.State.ToString(), one.Code, one.Reply, one.MayHaveArrived, Delivery = one.Delivery?.State.ToString() }),
    };

    private static string States(OutboxMail mail) => string.Join(", ", mail.Recipients.GroupBy(one => one.State).Select(group => $"{group.Count()} {group.Key}"));

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
