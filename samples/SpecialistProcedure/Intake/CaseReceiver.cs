using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpecialistProcedure.Intake;

/// <summary>
/// Takes the mails of the office's mailbox one after the other. A mail is acknowledged after its case was committed, never before: a process that is killed between the two gets the mail again, and
/// the case's number makes it the same case.
/// </summary>
public sealed partial class CaseReceiver(ISecureMailbox mailbox, IServiceScopeFactory scopes, ILogger<CaseReceiver> log) : BackgroundService
{
    // A mailbox that cannot be read for good ends the host, so that systemd and whoever watches it see it.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        #region receive
        await foreach (var mail in mailbox.ReceiveAsync(stoppingToken))
            await TakeAsync(mail, stoppingToken);
        #endregion
    }

    private async Task TakeAsync(ReceivedMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<CaseIntake>().TakeAsync(mail, cancellationToken);
            await SettleAsync(mail, outcome, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (SecureMailException fault)
        {
            LogAgain(fault.Code, mail.Delivery!.Attempt);
        }
        catch (Exception fault)
        {
            // One mail stops no other: it comes again, and is set aside when it was handed out too often. Messages of foreign faults may name persons.
            LogAgain(fault.GetType().Name, mail.Delivery!.Attempt);
        }
    }

    private async Task SettleAsync(ReceivedMail mail, IntakeOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case IntakeOutcome.Refused refused:
                await mail.SetAsideAsync(cancellationToken);
                LogRefused(refused.Reason, mail.Verdict.GetType().Name);
                break;
            case IntakeOutcome.Booked booked:
                await mail.AcknowledgeAsync(cancellationToken);
                LogBooked(booked.Number);
                break;
            case IntakeOutcome.KnownAlready known:
                await mail.AcknowledgeAsync(cancellationToken);
                LogKnown(known.Number);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Case {Number} is booked and its mail acknowledged.")]
    private partial void LogBooked(string number);

    [LoggerMessage(Level = LogLevel.Information, Message = "Case {Number} came once more; it was booked before.")]
    private partial void LogKnown(string number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was set aside: {Reason} (signature: {Verdict}).")]
    private partial void LogRefused(Cases.RefusalReason reason, string verdict);

    [LoggerMessage(Level = LogLevel.Error, Message = "A mail could not be taken ({Fault}, attempt {Attempt}); it comes again.")]
    private partial void LogAgain(string fault, int attempt);
}
