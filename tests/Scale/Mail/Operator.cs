using System.Text.Json;
using BaseComponents.Tests.Scale.Mail.Post;
using BaseComponents.Tests.Scale.Mail.Workers;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>Does with held mails what the documents say: looks for each in the list of the mail server, and decides.</summary>
internal sealed class Operator(MailSite site, Func<Func<long, string>, Task<Answer>> ask)
{
    /// <returns>How many were held.</returns>
    public async Task<int> DecideAsync()
    {
        var held = await site.AskAsync<HeldRow>($"""SELECT "Tenant", "Id", "EnvelopeId", "Recipients" FROM "MailOutbox" WHERE "Phase" = 'Held'""");
        var kept = (await site.Post.DeliveriesAsync()).Where(delivery => delivery.End is Ends.Taken or Ends.KeptUnanswered).ToLookup(delivery => delivery.EnvelopeId);
        foreach (var row in held)
        {
            var decision = new HeldMail(row.Tenant, row.Id, Ambiguous(row).All(address => kept[row.EnvelopeId].Any(delivery => delivery.Recipients.Contains(address))));
            await ask(id => JsonSerializer.Serialize(new MailQuestion(id, null, decision)));
        }

        return held.Count;
    }

    private static IEnumerable<string> Ambiguous(HeldRow row)
    {
        using var recipients = JsonDocument.Parse(row.Recipients);
        return [.. recipients.RootElement.EnumerateArray().Where(one => one.GetProperty("State").GetString() == "Ambiguous").Select(one => one.GetProperty("Address").GetString()!)];
    }

    private sealed record HeldRow(string Tenant, string Id, string EnvelopeId, string Recipients);
}
