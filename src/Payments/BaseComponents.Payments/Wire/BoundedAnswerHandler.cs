namespace BaseComponents.Payments.Wire;

/// <summary>Reads an answer whole, up to a limit. A service that sends more is cut off instead of filling the memory.</summary>
/// <param name="time">Is told of the date of each answer, where it is wanted.</param>
internal sealed class BoundedAnswerHandler(ServiceClock? time = null) : DelegatingHandler
{
    public const int MaxBytes = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        time?.Note(answer);
        try
        {
            answer.Content = await BoundedContent.ReadAsync(answer.Content, MaxBytes, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
