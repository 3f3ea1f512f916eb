"""시험용 주소 찾기: answers as the public road-name address search does (`published`: addrLinkApi.do)."""
