using System.Collections.Concurrent;

namespace BaseComponents.Sandbox.Mail.Pages;

/// <summary>The list of mails with the subjects that the offices read: of an encrypted mail the one inside (RFC 9788), which is looked for once.</summary>
internal sealed class InboxList(MailStore store, OfficeDesk desk)
{
    private const string HiddenSubject = "[...]";
    private readonly ConcurrentDictionary<string, string> _subjects = new();

    // Side by side: opening takes processor time, and after a load test there are thousands.
    public IReadOnlyList<MailSummary> Read() =>
        [.. store.List().AsParallel().AsOrdered().Select(mail => mail.Subject == HiddenSubject ? mail with { Subject = _subjects.GetOrAdd(mail.Id, Inside) } : mail)];

    private string Inside(string id) => store.Find(id) is { } mail ? desk.Open(mail).Subject ?? HiddenSubject : HiddenSubject;
}
