using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.Tests.Scale.Mail.Flaws;

/// <summary>Puts the flaw around what it breaks.</summary>
internal static class MailFlaws
{
    public static IMailOutboxStore Break(IMailOutboxStore store, MailFlaw flaw) => flaw switch
    {
        MailFlaw.LeaseNotCompared => new LeaselessStore(store),
        MailFlaw.EndNotWritten => new EndlessStore(store),
        MailFlaw.AmbiguousSentAgain => new HastyStore(store),
        _ => store,
    };

    public static IMailOutboxWriter Break(Func<IServiceProvider, IMailOutboxWriter> writer, IServiceProvider services, MailFlaw flaw) => flaw switch
    {
        MailFlaw.StoredAtOnce => new HastyWriter(writer, services),
        MailFlaw.PlainText => new PlainWriter(writer(services)),
        _ => writer(services),
    };
}
