using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Mailboxes;

/// <summary>Looks at what the whole process keeps, hence alone.</summary>
[CollectionDefinition(nameof(MailboxMemoryTests), DisableParallelization = true)]
[Collection(nameof(MailboxMemoryTests))]
public sealed class MailboxMemoryTests
{
    [Fact]
    public async Task ThousandsOfSmallMailsTakeNoMoreMemoryThanAFew()
    {
        const int Mails = 2_000;
        using var parties = new OfficeAndCitizen();
        using var server = await DovecotPeer.OrSkipAsync();
        for (var number = 0; number < Mails; number++)
            server.Deliver(OfficeAndCitizen.Plain($"m{number}", "x"));
        await using var services = parties.Services(server);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        var (count, first, highest) = (0, 0L, 0L);

        await foreach (var mail in services.GetRequiredService<ISecureMailbox>().ReceiveAsync(limit.Token))
        {
            await mail.AcknowledgeAsync(limit.Token);
            if (++count == 200)
                first = GC.GetTotalMemory(forceFullCollection: true);
            else if (count % 500 == 0)
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
            if (count == Mails)
                break;
        }

        (highest - first).Should().BeLessThan(8_000_000);
        (server.Count("Done"), server.Count("")).Should().Be((Mails, 0));
    }
}
