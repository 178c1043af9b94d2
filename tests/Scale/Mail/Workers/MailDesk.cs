using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Mail.Flaws;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>The application's pages: a clerk decides a case, an operator decides about a held mail.</summary>
internal sealed class MailDesk(IServiceProvider services, StepKiller killer, string canary)
{
    public const string RolledBack = "rolled back";

    public async Task<Answer> AnswerAsync(MailQuestion question)
    {
        try
        {
            return new Answer(question.Id, question.Order is { } order ? await DecideAsync(order) : await ResolveAsync(question.Held!));
        }
        catch (SecureMailException exception)
        {
            return new Answer(question.Id, Fault: $"{exception.Code}: {exception.Message}");
        }
        catch (Exception exception)
        {
            // Two at once with one key, say: the page shows an error, whatever it is, and the clerk tries again.
            return new Answer(question.Id, Fault: exception.GetType().Name);
        }
    }

    private async Task<string> DecideAsync(MailOrder order)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var notice = PlainWriter.Message = Notice(order);
        var mails = await scope.ServiceProvider.GetRequiredKeyedService<ISecureMailOutbox>(order.Tenant).EnqueueAsync(notice);
        if (!await db.Cases.AnyAsync(one => one.Number == order.Number))
            db.Cases.Add(new MailCase { Number = order.Number, MailId = mails[0].Id });
        await db.SaveChangesAsync();
        if (order.RollsBack)
            return RolledBack;
        killer.Reach(MailSteps.Committing);
        await transaction.CommitAsync();
        killer.Reach(MailSteps.Committed);
        return "decided";
    }

    private async Task<string> ResolveAsync(HeldMail held)
    {
        var operations = services.GetRequiredKeyedService<ISecureMailOutboxOperations>(held.Tenant);
        var decision = held.WasAccepted ? OutboxDecision.WasAccepted : OutboxDecision.SendAgain;
        return await operations.ResolveAsync(held.MailId, decision, "looked up in the list of the mail server") ? "resolved" : "not held";
    }

    private SecureMessage Notice(MailOrder order) => new()
    {
        To = order.Recipients,
        Subject = $"Bescheid {canary}",
        Text = $"Der Bescheid {order.Number} liegt bei: {canary}.",
        Attachments = [SecureAttachment.FromBytes($"{canary}.txt", "text/plain", Attachment(order.AttachmentBytes))],
        Key = $"{canary}/case/{order.Number}",
    };

    private byte[] Attachment(int size)
    {
        var bytes = new byte[size];
        var line = Encoding.UTF8.GetBytes($"{canary}\r\n");
        for (var at = 0; at + line.Length <= size; at += line.Length)
            line.CopyTo(bytes, at);
        return bytes;
    }
}
