using System.Runtime.CompilerServices;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpecialistProcedure.Hosting;

// The specialist procedure as it is, but the acknowledgement says so and never ends. It is there to be killed between the commit and the acknowledgement.
using var host = await ProcedureHost.BuildAsync(new ProcedureSetup
{
    Arguments = args,
    Services = services =>
    {
        var mailbox = services.Last(service => service.ServiceType == typeof(ISecureMailbox) && service.ServiceKey is null);
        services.Remove(mailbox);
        services.AddSingleton<ISecureMailbox>(provider => new NeverAcknowledged((ISecureMailbox)mailbox.ImplementationFactory!(provider)));
    },
});
await host.RunAsync();

internal sealed class NeverAcknowledged(ISecureMailbox inner) : ISecureMailbox
{
    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var mail in inner.ReceiveAsync(cancellationToken))
            yield return mail with { Delivery = mail.Delivery! with { Settle = HangAsync } };
    }

    private static async Task HangAsync(MailSettlement settlement, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"COMMITTED {settlement}");
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
