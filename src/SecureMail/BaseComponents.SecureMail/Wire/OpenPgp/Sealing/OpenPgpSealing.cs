using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>Writes a message as the body of an OpenPGP mail (RFC 3156), in one pass.</summary>
internal static class OpenPgpSealing
{
    public static Task WriteAsync(OutgoingBody body, OpenPgpPlan plan, Stream output, CancellationToken cancellationToken) =>
        plan.Targets.Count > 0 ? WriteEncryptedAsync(body, plan, output, cancellationToken) : WriteSignedAsync(body, plan.Signing, output, cancellationToken);

    private static async Task WriteEncryptedAsync(OutgoingBody body, OpenPgpPlan plan, Stream output, CancellationToken cancellationToken)
    {
        var entity = new EncryptedEntityWriter(output);
        using var encrypted = Begin(entity.Content, plan);
        using var pipeline = new PipelinedSink(encrypted);
        await body.WriteAsync(pipeline, cancellationToken).ConfigureAwait(false);
        pipeline.Finish();
        Finish(encrypted.Finish);
        entity.Finish();
    }

    private static async Task WriteSignedAsync(OutgoingBody body, OpenPgpSigning signing, Stream output, CancellationToken cancellationToken)
    {
        using var signed = new OpenPgpSignedWriter(output, signing);
        await body.WriteAsync(signed, cancellationToken).ConfigureAwait(false);
        Finish(signed.Finish);
    }

    private static OpenPgpMessageWriter Begin(Stream output, OpenPgpPlan plan)
    {
        try
        {
            return new OpenPgpMessageWriter(output, plan);
        }
        catch (Exception exception) when (LibraryFault.IsOne(exception))
        {
            throw new SecureMailException(SecureMailErrors.CertificateUnsuitable, "Nothing was sent. The OpenPGP key of one of the recipients does not encrypt. Ask for a new one.", exception);
        }
    }

    private static void Finish(Action sign)
    {
        try
        {
            sign();
        }
        catch (Exception exception) when (LibraryFault.IsOne(exception) && exception is not IOException)
        {
            throw OpenPgpFault.Sender("it does not sign");
        }
    }
}
