using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Xml;
using BaseComponents.Eid.EidServer;
using BaseComponents.Eid.Internal.EidServer;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>One call of the server: signed, sent, limited in time and size, verified.</summary>
internal sealed class SoapCall(EidServerConnection connection, HttpClient http, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue ContentType = new("text/xml", "utf-8");

    private readonly SigningKeySet _keys = new(connection.ServerCertificates);
    private readonly SoapRequestWriter _writer = new(new EnvelopeSigner(connection.SigningCertificate, connection.MessageLifetime, clock));

    /// <exception cref="EidException">The server refuses, or answers with what is not acceptable.</exception>
    public async Task<SoapReply> SendAsync(string operation, Action<XmlElement> writeBody, CancellationToken cancellationToken)
    {
        using var activity = EidServerTelemetry.Start(operation);
        var request = Write(operation, writeBody);
        using var timeout = new CancellationTokenSource(connection.CallTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var (status, utf8) = await ExchangeAsync(request, both.Token).ConfigureAwait(false);
            return Read(status, utf8, request);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SoapReply.Lost(ServerFaults.TimedOut(exception), WasSent: true);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is not (HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded))
        {
            return new SoapReply.Lost(ServerFaults.Unreachable(exception), WasSent: !NeverLeft(exception));
        }
        catch (HttpRequestException exception)
        {
            throw exception.HttpRequestError is HttpRequestError.SecureConnectionError ? ServerFaults.NotTrusted(exception) : ServerFaults.Refused("answer-headers-too-long", exception);
        }
        catch (XmlRefusedException exception)
        {
            throw ServerFaults.Refused(exception.Reason, exception);
        }
        catch (IOException exception)
        {
            return new SoapReply.Lost(ServerFaults.Unreachable(exception), WasSent: true);
        }
    }

    private SoapRequest Write(string operation, Action<XmlElement> writeBody)
    {
        try
        {
            return _writer.Write(operation, writeBody);
        }
        catch (CryptographicException exception)
        {
            throw ServerFaults.CannotSign(exception);
        }
    }

    private async Task<(HttpStatusCode Status, ReadOnlyMemory<byte> Utf8)> ExchangeAsync(SoapRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, connection.Address) { Content = new ByteArrayContent(request.Utf8) };
        message.Content.Headers.ContentType = ContentType;
        message.Headers.TryAddWithoutValidation("SOAPAction", request.Action);
        message.Headers.TryAddWithoutValidation("Accept", "text/xml");
        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        // What the other codes bring with them is a page of some machine on the way.
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.InternalServerError))
            return (answer.StatusCode, default);
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (answer.StatusCode, await BoundedAnswer.ReadAsync(body, SoapAnswer.Limits.Bytes, cancellationToken).ConfigureAwait(false));
    }

    private SoapReply Read(HttpStatusCode status, ReadOnlyMemory<byte> utf8, SoapRequest request)
    {
        if (status is not (HttpStatusCode.OK or HttpStatusCode.InternalServerError))
            return ServerFaults.OfStatus(status) is { IsTransient: true } fault ? new SoapReply.Lost(fault, WasSent: true) : throw ServerFaults.OfStatus(status);
        try
        {
            var answer = SoapAnswer.Read(utf8.Span);
            if (answer.FaultKind is { } kind)
                throw ServerFaults.OfSoap(kind);
            if (status is not HttpStatusCode.OK)
                throw new XmlRefusedException("soap-no-fault");
            var now = clock.GetUtcNow();
            return new SoapReply.Answered(answer.Verify(_keys.ValidAt(now), new AnswerTimes(now, connection.MessageLifetime, connection.ClockSkew), request));
        }
        catch (XmlRefusedException) when (status is HttpStatusCode.InternalServerError)
        {
            return new SoapReply.Lost(ServerFaults.OfStatus(status), WasSent: true);
        }
        catch (XmlRefusedException exception)
        {
            throw ServerFaults.Refused(exception.Reason, exception);
        }
    }

    private static bool NeverLeft(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError;
}
