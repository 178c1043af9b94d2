using BaseComponents.Payments;
using BaseComponents.SecureMail;
using DogLicence.Cases;
using DogLicence.Documents;

namespace DogLicence.Submission;

/// <summary>The encrypted mail to the office: the case as XML, CSV and PDF, and the proof of insurance.</summary>
public sealed class OfficeMail(CaseDb db, CaseSeal seal, CaseStore store, CasePdf pdf, IPaymentClient payments)
{
    /// <summary>Makes the mail of a case one mail, however often it is written.</summary>
    public static string KeyOf(string number) => $"{number}/office";

    public async Task<SecureMessage> WriteAsync(OpenCase open, CancellationToken cancellationToken = default)
    {
        var number = open.Row.Number;
        var payment = await payments.FindAsync(number, cancellationToken);
        var proof = await store.FindProofAsync(open, cancellationToken);
        return new SecureMessage
        {
            To = [open.Content.Office.MailAddress],
            // Programs show subjects in lists and notices: a number and nothing personal.
            Subject = $"Anmeldung eines Hundes, Vorgang {number}",
            Text = $"""
                Guten Tag,

                zum Vorgang {number} ist eine Anmeldung eines Hundes eingegangen und online bezahlt worden.
                Die Angaben liegen dreifach bei: als XML für die Fachanwendung, als CSV für Tabellen und als PDF zum Lesen.
                Sollte diese Nachricht doppelt eintreffen, sind beide gleich und tragen dieselbe Message-ID; bearbeiten Sie nur eine.
                """,
            Attachments =
            [
                SecureAttachment.FromBytes($"{number}.xml", "application/xml", CaseXml.Write(open, payment?.TransactionReference)),
                SecureAttachment.FromBytes($"{number}.csv", "text/csv", CaseCsv.Write(open, proof)),
                SecureAttachment.FromBytes($"{number}.pdf", "application/pdf", pdf.Write(CaseSheet.Of(open, proof))),
                .. await ProofAsync(open, proof, cancellationToken),
            ],
            Key = KeyOf(number),
        };
    }

    private async Task<IEnumerable<SecureAttachment>> ProofAsync(OpenCase open, Proof? proof, CancellationToken cancellationToken)
    {
        if (proof is null || await db.Proofs.FindAsync([open.Id], cancellationToken) is not { } row)
            return [];
        return [SecureAttachment.FromBytes(proof.FileName, row.ContentType, seal.OpenProof(open.Id, row.Content))];
    }
}
