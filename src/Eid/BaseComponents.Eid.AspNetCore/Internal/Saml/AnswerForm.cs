using BaseComponents.Eid.Saml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>The form in which an answer comes: two fields, bounded before they are read.</summary>
/// <param name="Response">The XML.</param>
/// <param name="RelayState">What was sent along with the request.</param>
internal sealed record AnswerForm(byte[] Response, string RelayState)
{
    private const int LargestForm = (SamlResponseReader.LargestResponse * 2) + 4096;

    // A browser sends a form in one go; whoever sends it in drops holds memory, and loses the connection.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(20);

    /// <summary>What can be seen without reading.</summary>
    /// <exception cref="LoginFailure">No such form, or one without measure.</exception>
    public static void CheckSize(HttpRequest request)
    {
        // The parts of a multipart form would be written to the disk; no identity provider sends one.
        if (!HttpMethods.IsPost(request.Method) || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            throw new LoginFailure(EidLoginOutcome.Rejected, "answer-no-form");
        if (request.ContentLength is > LargestForm)
            throw new LoginFailure(EidLoginOutcome.Rejected, "answer-too-long");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestForm;
    }

    /// <exception cref="LoginFailure">No such form, or one without measure.</exception>
    public static async Task<AnswerForm> ReadAsync(HttpRequest request, TimeProvider clock)
    {
        using var longest = new CancellationTokenSource(LongestReading, clock);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, longest.Token);
        try
        {
            return Of(await FormAsync(request, reading.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (longest.IsCancellationRequested)
        {
            throw new LoginFailure(EidLoginOutcome.Rejected, "answer-too-slow");
        }
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limits = new FormOptions { BufferBody = false, KeyLengthLimit = 100, ValueCountLimit = 10, ValueLengthLimit = LargestForm, MultipartBodyLengthLimit = LargestForm, BufferBodyLengthLimit = LargestForm };
        try
        {
            return await request.ReadFormAsync(limits, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            throw new LoginFailure(EidLoginOutcome.Rejected, "answer-too-long");
        }
    }

    private static AnswerForm Of(IFormCollection form)
    {
        if (form["SAMLResponse"] is not [{ Length: > 0 } response] || form["RelayState"] is not [{ Length: > 0 } relayState])
            throw new LoginFailure(EidLoginOutcome.Rejected, "answer-fields");
        var bytes = new byte[(response.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(response, bytes, out var length)
            ? new AnswerForm(bytes[..length], relayState)
            : throw new LoginFailure(EidLoginOutcome.Rejected, "answer-not-base64");
    }
}
