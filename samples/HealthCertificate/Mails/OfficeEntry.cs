using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Mails;

/// <summary>
/// The entry of the office's list (Teilnehmerliste), as encrypted mail through the outbox, stored in the caller's transaction. It holds the code with which the office confirms that the
/// person was there: whoever can read the mail may do that, and nobody else. The code is typed and no part of an address, so that it stands in no log and in no history.
/// </summary>
public sealed partial class OfficeEntry(CaseStore cases, Seats seats, ISecureMailOutbox outbox, IOptionsMonitor<ServiceOptions> options, ILogger<OfficeEntry> log)
{
    /// <summary>Stores the mail, or marks it as due where it cannot be sealed now; the caller saves. A case without a seat has no entry.</summary>
    public async Task StoreAsync(CaseRow row, CancellationToken cancellationToken)
    {
        row.OfficeDue = false;
        try
        {
            if (await seats.FindAsync(row.Id, cancellationToken) is { } seat)
                await outbox.EnqueueAsync(Write(row, seat), cancellationToken);
        }
        catch (SecureMailException fault)
        {
            row.OfficeDue = true;
            LogRefused(row.Number, fault.Code, fault);
        }
    }

    private SecureMessage Write(CaseRow row, SeatRow seat)
    {
        var content = cases.Open(row);
        return new SecureMessage
        {
            To = [content.Office.Mail],
            Subject = $"Belehrung, Vorgang {row.Number}",
            Text = $"""
                Guten Tag,

                für eine Belehrung nach § 43 Infektionsschutzgesetz ist ein Platz gebucht und bezahlt.

                Termin: {German.Slot(DateTimeOffset.FromUnixTimeSeconds(seat.StartsAt))}
                Vorgang: {row.Number}
                Name: {content.Person?.Name}
                Geburtsdatum: {(content.Person?.DateOfBirth is { } birth ? GermanDate.Partial(birth) : "nicht übermittelt")}
                Erklärung, dass keine Hinderungsgründe bekannt sind: {(content.DeclaredAt is { } at ? GermanDate.Moment(at) : "fehlt")}

                Bitte bestätigen Sie beim Termin, dass die Person da war und sich ausgewiesen hat:
                {new Uri(options.CurrentValue.PublicAddress, "/teilnahme")}
                Code: {string.Join('-', content.AttendanceCode.Chunk(5).Select(part => new string(part)))}

                Sollte diese Nachricht doppelt eintreffen, tragen beide dieselbe Message-ID.
                """,
            Key = $"{row.Number}/office",
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The office's entry of case {Number} could not be sealed ({Code}); it is tried again.")]
    private partial void LogRefused(string number, string code, Exception fault);
}
