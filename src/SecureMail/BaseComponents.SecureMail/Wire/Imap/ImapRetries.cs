using MailKit;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>Which mails were handed out in vain, and are left alone for a while. A process that begins anew tries them at once.</summary>
internal sealed class ImapRetries(TimeSpan after, TimeProvider clock)
{
    private readonly Dictionary<UniqueId, DateTimeOffset> _due = [];

    public void Postpone(UniqueId mail)
    {
        lock (_due)
            _due[mail] = clock.GetUtcNow() + after;
    }

    public bool IsDue(UniqueId mail)
    {
        lock (_due)
            return !_due.TryGetValue(mail, out var time) || time <= clock.GetUtcNow();
    }

    /// <summary>Forgets mails that are not there any more.</summary>
    public void Keep(IEnumerable<UniqueId> mails)
    {
        lock (_due)
        {
            var present = mails.ToHashSet();
            foreach (var gone in _due.Keys.Where(mail => !present.Contains(mail)).ToList())
                _due.Remove(gone);
        }
    }
}
