// Shows a page of the CMS again after some seconds, while work goes on in the background.
setTimeout(() => location.reload(), 5000);
