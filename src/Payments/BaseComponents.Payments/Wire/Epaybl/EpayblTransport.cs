using System.Net;
using BaseComponents.Shared;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>An answer, whole and bounded, whoever gave it.</summary>
internal sealed record EpayblAnswer(HttpStatusCode Status, string? MediaType, byte[] Body)
{
    /// <summary>Whether it may be ePayBL's word: it does not send elsewhere, and calls itself what ePayBL writes. The status decides nothing else.</summary>
    public bool MayBeItsWord(params ReadOnlySpan<string> mediaTypes)
    {
        if ((int)Status is >= 300 and < 400)
            return false;
        foreach (var type in mediaTypes)
        {
            if (string.Equals(MediaType, type, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

/// <summary>Sends one request and brings back an answer or a typed fault.</summary>
internal sealed class EpayblTransport(string name, IHttpClientFactory clients)
{
    public static string ClientName(string name) => name.Length == 0 ? "BaseComponents.Payments.Epaybl" : $"BaseComponents.Payments.Epaybl:{name}";

    public async Task<EpayblAnswer> SendAsync(HttpRequestMessage request, string? correlationId, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName(name));
            using var answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new EpayblAnswer(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (CertificateSourceException exception)
        {
            throw new PaymentException(PaymentErrors.CertificateUnusable, exception.Message, exception);
        }
        catch (HttpRequestException exception) when (Cause(exception) is { } unusable)
        {
            throw new PaymentException(PaymentErrors.CertificateUnusable, unusable.Message, unusable);
        }
        catch (HttpRequestException exception)
        {
            throw EpayblFaults.Unreachable(correlationId, exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw EpayblFaults.TimedOut(correlationId);
        }
    }

    private static CertificateSourceException? Cause(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is CertificateSourceException found)
                return found;
        }

        return null;
    }
}
