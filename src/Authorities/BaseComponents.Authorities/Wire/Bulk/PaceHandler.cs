namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>Sends a request when the service wants to be asked again, and not before.</summary>
internal sealed class PaceHandler(Pace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        pace.Note(answer);
        return answer;
    }
}
