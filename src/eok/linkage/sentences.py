"""What an officer or a resident reads when an outside system fails: what happened, what it means, what to do."""

NAMES = {
    "identity": "본인확인 시스템",
    "sms": "문자 발송 시스템",
    "tax_office": "세무 시스템",
    "payments": "전자결제 시스템",
    "shared_records": "행정정보 공동이용 시스템",
    "addresses": "주소 찾기 시스템",
    "building_register": "건축물대장 시스템",
}

_SENTENCES = {
    "unreachable": "{name}에 연결되지 않습니다. 보낸 것이 없습니다. 잠시 뒤에 다시 해 주세요.",
    "silent": "{name}에서 답이 오지 않았습니다. 지금은 결과를 알 수 없습니다. 잠시 뒤에 다시 해 주세요.",
    "busy": "{name}이 붐비거나 점검 중입니다. 요청을 받아 주지 않았습니다. 잠시 뒤에 다시 해 주세요.",
    "broken": "{name}에 장애가 있습니다. 요청을 마치지 못했습니다. 잠시 뒤에 다시 해 주세요.",
    "resting": "{name}의 장애가 이어져 잠시 요청을 멈췄습니다. 보낸 것이 없습니다. 1분 뒤에 다시 해 주세요.",
    "unknown": "{name}에 보냈지만 답을 받지 못했습니다. 처리되었을 수도 있습니다. 결과를 확인한 뒤 다시 해 주세요.",
    "refused": "{name}이 요청을 거절했습니다. 다시 보내도 같은 답이 옵니다. 보낸 내용과 연계 설정을 확인해 주세요.",
    "unreadable": "{name}의 답을 읽을 수 없습니다. 약속한 형식이 아닙니다. 연계 담당자에게 알려 주세요.",
    "simulator": "{name}의 자리에 모의 시스템이 있습니다. 운영에서는 쓸 수 없습니다. 연계 주소를 바꿔 주세요.",
    "missing": "{name}의 설정 {setting}이(가) 비어 있습니다. 연계를 시작할 수 없습니다. 값을 정해 주세요.",
    "credentials": "{name}이 우리를 알아보지 못했습니다. 연계가 거절됩니다. 설정 {setting}을(를) 확인해 주세요.",
    "address": "{name}의 주소가 알맞지 않습니다. 연계를 시작할 수 없습니다. 설정 {setting}을(를) 확인해 주세요.",
}


def sentence(system: str, reason: str, *, setting: str = "") -> str:
    """The three-part sentence for a reason; `setting` names the `EOK_*` to mend, where one is to blame."""
    return _SENTENCES[reason].format(name=NAMES[system], setting=setting)
