namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>How many mails a run may take: one after a start or a lost server, then twice as many each time, so that what waited during an outage does not fall on the server at once.</summary>
internal sealed class OutboxRamp
{
    private int _allowed = 1;

    public int Allowed(int most) => Math.Min(_allowed, most);

    public void After(bool isReached, int most) => _allowed = isReached ? Math.Min(Math.Min(_allowed, most) * 2, most) : 1;
}
