using System.Text.Json;
using BaseComponents.Tests.Scale.Mail.Workers;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>Decides cases by either instance of the application, and tries again with the same case where there is no answer.</summary>
internal sealed class Clerk(WorkerSlot[] slots)
{
    private const int Patience = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private int _next;

    /// <summary>Draws a case: most are decided until there is an answer, some twice at the same moment, some are left at the first trouble.</summary>
    public async Task DecideAsync(int number, int rolledBack, Random random)
    {
        string[] recipients = random.Next(10) switch
        {
            < 5 => [random.Next(2) == 0 ? Offices.Taxes : Offices.Buildings],
            < 7 => [Offices.Taxes, Offices.Full],
            7 => [Offices.Full],
            8 => [Offices.Taxes, Offices.Buildings],
            _ => [Offices.Buildings, Offices.Unknown],
        };
        var order = new MailOrder(number, Offices.Tenants[random.Next(2)], recipients, random.Next(100) == 0 ? 1_000_000 : 2_000, random.Next(100) < rolledBack);
        switch (random.Next(10))
        {
            case 0:
                await Task.WhenAll(DecideAsync(order, Patience), DecideAsync(order, Patience));
                break;
            case 1:
                await DecideAsync(order, tries: 1);
                break;
            default:
                await DecideAsync(order, Patience);
                break;
        }
    }

    /// <exception cref="IOException">Nobody is there, or is gone before the answer.</exception>
    public Task<Answer> AskAsync(Func<long, string> question) => slots[Interlocked.Increment(ref _next) % slots.Length].AskAsync(question);

    private async Task DecideAsync(MailOrder order, int tries)
    {
        while (tries-- > 0)
        {
            try
            {
                if ((await AskAsync(id => JsonSerializer.Serialize(new MailQuestion(id, order, null)))).State is not null)
                    return;
            }
            catch (IOException)
            {
                // The instance is gone; whether it has stored the case, the clerk does not know.
            }

            await Task.Delay(Pause);
        }
    }
}
